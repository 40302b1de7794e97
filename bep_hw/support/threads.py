"""Import this before numpy: it keeps BLAS to one thread, unless the user has said otherwise.

The products of one minibatch are small. More threads than idle processors make them many times
slower, because the threads wait for each other in a busy loop.
"""

import os

for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
