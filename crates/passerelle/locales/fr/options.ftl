options-title = Options du Portfolio
