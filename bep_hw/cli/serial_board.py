"""`bep-hw serial-board`."""

from typing import Annotated

from bep_hw.cli.options import Core, DataFolder, Encoding, Network, Task, option, takes

EXAMPLES = ("bep-hw serial-board --preset digits",)


@takes(Task, DataFolder, Network, Encoding, Core)
def serial_board(
    given,
    *,
    divisor: Annotated[
        int | None, option("Clock cycles per bit [default: the fewest possible].", "--divisor")
    ] = None,
    port: Annotated[int, option("TCP port [default: any that is free].", "--port")] = 0,
):
    """Simulate a board until Ctrl-C; prints the port by which `bep-hw train` reaches it."""
    import contextlib
    import socket

    from rich.console import Console

    from bep_hw.cli.task import new_design
    from bep_hw.cosim.serial_board import SimulatedBoard, serve
    from bep_hw.spec.link import MIN_DIVISOR, check_divisor
    from bep_hw.support.errors import ConfigError, require

    require(0 <= port < 1 << 16, f"port {port}: must be from 0 to 65535")
    divisor = MIN_DIVISOR if divisor is None else divisor
    check_divisor(divisor)
    core = new_design(given, Console(stderr=True)).core
    try:
        server = socket.create_server(("localhost", port))
    except OSError as error:
        raise ConfigError(f"port {port}: {error}") from None
    print("building the simulated board (about a minute, the first time)", flush=True)
    board = SimulatedBoard(core, divisor=divisor)
    options = [f"--{name.replace('_', '-')} {value}" for name, value in given.items()]
    backend = f"--backend serial:socket://localhost:{server.getsockname()[1]}"
    print(" ".join(["bep-hw train", *options, backend]), flush=True)
    with server, contextlib.suppress(KeyboardInterrupt):
        serve(board, server)
