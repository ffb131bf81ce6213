using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Evaluations;

public class EvaluationPageTests
{
    [Fact]
    public void Write_ClearWin_ShowsTableHealthDecisionAndNotes()
    {
        using var file = new WrittenFile("v,m,n\na,1000,10000\nb,1300,10000\nc,1010,10000\n");
        var page = Ran.Evaluate(file.Path).Output;

        Assert.Contains($"m (proportion) in {Path.GetFileName(file.Path)}: 3 rows", page, StringComparison.Ordinal);
        Assert.Matches(@"a +10,000 +10\.0 % +control", page);
        Assert.Matches(@"b +10,000 +13\.0 % +\+30[.0]* %", page);
        Assert.Contains("33.33 % : 33.33 % : 33.33 %: fits", page, StringComparison.Ordinal);
        Assert.Contains("ADOPT_PROVEN: make b the new control", page, StringComparison.Ordinal);
        Assert.Contains("Rows are read as totals: units from column 'n'.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NamesLikeMarkup_AreShownAsTheyAre()
    {
        using var file = new WrittenFile("v,[m],n\na,1000,10000\n[red]b[/],500,10000\n[],1010,10000\n", "[x].csv");
        var page = Ran.Evaluate(file.Path, "--metric", "[m]").Output;

        Assert.All(["[red]b[/]", "[m] (proportion)", "[x].csv", "[]:"], name => Assert.Contains(name, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_VeryLongName_KeepsTheFigures()
    {
        using var file = new WrittenFile($"v,m,n\na,1000,10000\n{new string('x', 5000)},1300,10000\n");
        var page = Ran.Evaluate(file.Path).Output;

        Assert.Contains("  units: 10,000", page, StringComparison.Ordinal);
        Assert.Contains("  rate: 13.0 %", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoUnits_SaysSoWithoutFigures()
    {
        using var file = new WrittenFile("v,m,n\na,0,0\nb,0,0\n");
        var ran = Ran.Evaluate(file.Path, "--units", "n");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("this sample is too small to find a lift of any size", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OneUnitEach_FindsNoLift()
    {
        using var file = new WrittenFile("v,m\na,5\nb,7\n");

        Assert.Contains("this sample is too small to find a lift of any size", Ran.Evaluate(file.Path).Output, StringComparison.Ordinal);
    }
}
