"""Draws images/core.svg: the blocks of the core, its memories, and its three paths.

Run it as `python docs/drawing/make_core_image.py`.
"""

import sys

from images import IMAGES, save

from bep_hw.report.core_picture import core


def main(folder=IMAGES):
    save(core(), "core.svg", folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
