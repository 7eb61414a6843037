"""How good the forecast is: a backtest of the demonstration's year and of series with known troubles, as a document."""
