using System.CommandLine;
using Optimizer.Benchmarks.Api;
using Optimizer.Benchmarks.AzureScale;
using Optimizer.Benchmarks.Decisions;
using Optimizer.Benchmarks.Engine;
using Optimizer.Benchmarks.Evaluations;
using Optimizer.Benchmarks.Ledger;
using Optimizer.Benchmarks.Market;
using Optimizer.Benchmarks.Pages;
using Optimizer.Benchmarks.Plays;
using Optimizer.Benchmarks.Readings;

Command[] commands = [DecisionsCommand.Build(), ReadingsCommand.Build(), EvaluateCommand.Build(), EngineCommand.Build(), MarketCommand.Build(), PlaysCommand.Build(), LedgerCommand.Build(), ApiCommand.Build(), PagesCommand.Build(), AzureScaleCommand.Build()];
var root = new RootCommand("Measures the product: error rates of its decisions, speed of its readings and of its engine, worth of its loop.");
foreach (var command in commands)
{
    root.Add(command);
}

var parsed = root.Parse(args);
if (args.Length > 0 && parsed.Errors.Count == 0)
{
    return await parsed.InvokeAsync();
}

foreach (var error in parsed.Errors)
{
    Console.Error.WriteLine(error.Message);
}

foreach (var command in commands)
{
    Console.Error.WriteLine($"  {command.Name,-12} {command.Description}");
}

return 2;
