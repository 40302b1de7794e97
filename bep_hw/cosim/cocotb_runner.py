"""Runs a cocotb bench on Verilog text, in Verilator; what it builds is cached like the models."""

import contextlib
import logging
from importlib.util import find_spec
from pathlib import Path

from bep_hw.cosim import simulation
from bep_hw.cosim.compile import OPTIMISE, compile_verilog, identity
from bep_hw.support.cache import cached, digest
from bep_hw.support.errors import require


def run(verilog, top, module, folder, *, optimise=OPTIMISE, coverage=False, **environment):
    """Run the cocotb tests of the Python module `module` on the module `top` of `verilog`.

    folder: for the log and the results; environment: variables for the bench to read
    optimise, coverage: see `compile_verilog`; what is covered is written to folder / coverage.dat
    Returns (tests, failures). ConfigError if a tool is missing or the build fails.
    """
    require(find_spec("cocotb_tools"), "cocotb: not found; pip install bep-hw[all]")
    import cocotb_tools.config
    from cocotb_tools.check_results import get_results
    from cocotb_tools.runner import get_runner

    main = Path(cocotb_tools.config.share_dir) / "lib" / "verilator" / "verilator.cpp"
    # Only the ports are made visible to VPI: all signals, as by default, cost most of the speed.
    names = [port.name for port in simulation.ports(verilog, top)]
    public = [f'public_flat_rw -module "{top}" -var "{name}"' for name in names]

    def fill(place):
        waiver = place / "ports.vlt"
        waiver.write_text("\n".join(["`verilator_config", *public, ""]))
        compile_verilog(
            place,
            verilog,
            top=top,
            prefix="Vtop",
            main=main,
            output=top,
            options=("--vpi", "--exe", str(waiver)),
            optimise=optimise,
            coverage=coverage,
        )

    kind = repr((optimise, coverage))
    place = cached(f"cocotb-{digest(verilog, top, kind, main.read_bytes(), identity())}", fill)
    runner = get_runner("verilator")
    runner.log.setLevel(logging.WARNING)
    results = Path(folder) / "results.xml"
    with contextlib.suppress(SystemExit):  # a test failed; the results say how many
        runner.test(
            test_module=module,
            hdl_toplevel=top,
            hdl_toplevel_lang="verilog",
            build_dir=place,
            test_dir=folder,
            results_xml=str(results),
            log_file=Path(folder) / "bench.log",
            extra_env=environment,
        )
    return get_results(results)
