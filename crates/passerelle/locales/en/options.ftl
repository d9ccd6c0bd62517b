options-title = Portfolio options
