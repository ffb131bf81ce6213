using Optimizer.Functions.Tests.Kit;
using Optimizer.Testing;

namespace Optimizer.Functions.Tests;

/// <summary>The page of this host names every function as it is.</summary>
public class FunctionTableTests
{
    private const string Head = "| Function | Trigger | Route or schedule | Key of the platform |";

    [Fact]
    public void Page_OfTheRepository_NamesEveryFunctionAsItIs()
    {
        var page = File.ReadAllLines(Repository.File("src", "Optimizer.Functions", "README.md"));
        var rows = page.SkipWhile(line => line != Head).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        var expected = FoundFunction.All.Select(function => function.Row).ToList();
        Assert.True(rows.SequenceEqual(expected), $"the table must be:\n{Head}\n| --- | --- | --- | --- |\n{string.Join("\n", expected)}");
    }

    [Fact]
    public void Names_OfFunctions_AreAllDifferent() =>
        Assert.Equal(FoundFunction.All.Count, FoundFunction.All.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
