"""What quantisation-aware training computes with: floating-point units and Adam, as hardware."""
