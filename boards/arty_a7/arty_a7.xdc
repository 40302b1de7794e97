# Arty A7-35T and A7-100T: the pins of top.v.
set_property -dict {PACKAGE_PIN E3  IOSTANDARD LVCMOS33} [get_ports clk100]
set_property -dict {PACKAGE_PIN C2  IOSTANDARD LVCMOS33} [get_ports reset_n]
set_property -dict {PACKAGE_PIN A9  IOSTANDARD LVCMOS33} [get_ports uart_rx]
set_property -dict {PACKAGE_PIN D10 IOSTANDARD LVCMOS33} [get_ports uart_tx]
set_property -dict {PACKAGE_PIN H5  IOSTANDARD LVCMOS33} [get_ports {led[0]}]
set_property -dict {PACKAGE_PIN J5  IOSTANDARD LVCMOS33} [get_ports {led[1]}]
set_property -dict {PACKAGE_PIN T9  IOSTANDARD LVCMOS33} [get_ports {led[2]}]

create_clock -name clk100 -period 10.0 [get_ports clk100]

# Slow signals of people and of the serial port, which its receiver synchronises.
set_false_path -from [get_ports {reset_n uart_rx}]
set_false_path -to [get_ports {uart_tx led[*]}]

set_property CFGBVS VCCO [current_design]
set_property CONFIG_VOLTAGE 3.3 [current_design]
