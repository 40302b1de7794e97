"""Sends frames and accesses, few of them sensible, to a simulated core, and judges each answer.

`shadow.py` says what a core may answer to an access, and which samples it has to train on;
`requests.py` says the same of a request of the serial link. `frames.py` and `accesses.py` draw what
is sent, `link.py` and `bus.py` send it, and `campaign.py` looks after every few of them whether the
core still trains as the golden model does.
"""
