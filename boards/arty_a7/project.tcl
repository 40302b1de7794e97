# Vivado: a project of the Arty A7, as far as the bitstream.
#     vivado -mode batch -source project.tcl -tclargs FOLDER_OF_BEP_UART [PART]
# Never run so far: there was no Vivado. Yosys synthesises these files (README.md).

set verilog [file normalize [lindex $argv 0]]
set part [expr {$argc > 1 ? [lindex $argv 1] : "xc7a100tcsg324-1"}]
set here [file dirname [file normalize [info script]]]

if {![file exists $verilog/bep_uart.v]} {
    puts stderr "$verilog: has no bep_uart.v; bep-hw emit --bus uart --divisor 20 writes it"
    exit 2
}

create_project -force bep_arty_a7 build -part $part
add_files [list $here/top.v $verilog/bep_uart.v]
add_files -fileset constrs_1 $here/arty_a7.xdc
set_property top top [current_fileset]

launch_runs impl_1 -to_step write_bitstream -jobs 4
wait_on_run impl_1
open_run impl_1
report_utilization -file build/utilization.txt
report_timing_summary -file build/timing.txt
puts "bitstream: build/bep_arty_a7.runs/impl_1/top.bit"
