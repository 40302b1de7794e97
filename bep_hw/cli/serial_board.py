"""Simulates a board that `bep-hw train` can use as if it were on a serial port."""

import contextlib
import socket
from typing import Annotated

import typer

from bep_hw.cli.main import run_application
from bep_hw.cosim.serial_board import Board, serve
from bep_hw.spec.link import MIN_DIVISOR, check_divisor
from bep_hw.support.errors import ConfigError
from bep_hw.train import run as runs


def main(
    preset: Annotated[str, typer.Option(help="Preset that the core is made for.")],
    layers: Annotated[str | None, typer.Option(help="Hidden widths, such as 75,75.")] = None,
    hidden_bits: Annotated[int | None, typer.Option(help="Bits of a hidden weight, B.")] = None,
    tile: Annotated[str | None, typer.Option(help="Weights per cycle, ROWSxCOLUMNS.")] = None,
    lanes: Annotated[int | None, typer.Option(help="Counters changed per cycle.")] = None,
    divisor: Annotated[int, typer.Option(help="Clock cycles per bit.")] = MIN_DIVISOR,
    port: Annotated[int, typer.Option(help="TCP port [default: any that is free].")] = 0,
):
    """Simulate a board until Ctrl-C; prints the port by which `bep-hw train` reaches it."""
    check_divisor(divisor)
    options = dict(layers=layers, hidden_bits=hidden_bits, tile=tile, lanes=lanes)
    core = runs.fresh(preset, options).preset.core
    print("building the simulated board (about a minute, the first time)", flush=True)
    board = Board(core, divisor=divisor)
    try:
        server = socket.create_server(("localhost", port))
    except (OSError, OverflowError) as error:
        raise ConfigError(f"port {port}: {error}") from None
    given = [f"--{name.replace('_', '-')} {value}" for name, value in options.items() if value]
    backend = f"--backend serial:socket://localhost:{server.getsockname()[1]}"
    print(" ".join(["bep-hw train --preset", preset, *given, backend]), flush=True)
    with server, contextlib.suppress(KeyboardInterrupt):
        serve(board, server)


if __name__ == "__main__":
    application = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    application.command()(main)
    run_application(application)
