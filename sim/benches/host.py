"""What a host does with the core, in cocotb: set it up, train, and read it back."""

import cocotb
import numpy as np
from streams import Port

from bep_hw.host import packing
from bep_hw.spec.layer_table import layer_table, network_registers, settings_registers
from bep_hw.spec.payloads import result_fields


def integers(payloads):
    """Rows of bytes as integers."""
    return [int.from_bytes(bytes(row), "little") for row in payloads]


class Host:
    """A core of `config` that runs the Problem `p`; see problems.py."""

    def __init__(self, dut, config, p, *, stall, seed):
        self.port = Port(dut, stall, seed)
        self.config, self.p = config, p
        self.table = layer_table(p.network, config)

    async def configure(self, batch_size):
        """Write all registers and all memories, and rebuild W."""
        p, port = self.p, self.port
        registers = (
            *network_registers(self.table, self.config, p.seed),
            *settings_registers(self.table, p.settings),
        )
        for name, layer, value in registers:
            await port.write(name, value, layer)
        await port.write("batch_size", batch_size)
        words = [
            packing.classifier_loads(p.classifier, self.table, self.config),
            packing.counter_loads(p.counters, self.table, self.config),
        ]
        await port.send("load", integers(np.concatenate(words)))
        await port.write("control", 2)
        await port.idle()
        await port.write("minibatch", p.minibatch)

    def send(self, samples):
        """Start the tasks that send the first `samples` samples and their labels."""
        p = self.p
        words = packing.samples(p.bits[:samples], self.config)
        return (
            cocotb.start_soon(
                self.port.send("samples", integers(words.reshape(-1, words.shape[-1])))
            ),
            cocotb.start_soon(self.port.send("labels", p.labels[:samples])),
        )

    async def results(self, samples):
        """(predictions, margins, triggered) of the next `samples` samples, then wait for idle."""
        payloads = await self.port.receive("results", samples)
        await self.port.idle()
        return packing.results(payloads, result_fields(self.config))

    async def counters(self):
        """All counters, through the fetch port."""
        words = sum(layer.rows * layer.words for layer in self.table)
        task = cocotb.start_soon(self.port.send("fetch", range(words)))
        answers = await self.port.receive("fetched", words)
        await task
        size = self.config.lanes * self.config.counter_bits // 8
        answers = [list(answer.to_bytes(size, "little")) for answer in answers]
        return packing.counters(np.array(answers, np.uint8), self.table, self.config)
