using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

public class FileSizeTests
{
    [Fact]
    public void Files_OfTheRepository_StayInTheBudget() => Faults.None(SizeBudget.Ours.Faults(Sources()));

    [Fact]
    public void Files_OfTheRepository_HoldOnePublicTypeOfTheirName() =>
        Faults.None(Sources().SelectMany(file => file.TypeFaults()));

    [Fact]
    public void Files_OfTheRepository_AreFound() =>
        Assert.Contains(Sources(), file => file.Path == "tests/Optimizer.Tests/Architecture/FileSizeTests.cs" && file.PublicTypes is ["FileSizeTests"]);

    [Fact]
    public void Faults_LongFile_IsNamed() => Assert.Contains(
        "src/Long.cs: 401 lines; none has more than 400", SizeBudget.Ours.Faults([.. Enumerable.Repeat(Of("src/Short.cs", 10), 99), Of("src/Long.cs", 401)]));

    [Fact]
    public void Faults_FilesAtTheLimits_AreNone() => Assert.Empty(
        SizeBudget.Ours.Faults([.. Enumerable.Repeat(Of("a", 60), 50), .. Enumerable.Repeat(Of("b", 250), 45), .. Enumerable.Repeat(Of("c", 400), 5)]));

    [Fact]
    public void Faults_OneFileMoreAboveEachLimit_NamesBothQuantiles() => Assert.Equal(
        [
            "c: stands at the 95th percentile with 400 lines; the 95th percentile is at most 250",
            "b: stands at the median with 250 lines; the median is at most 60",
        ],
        SizeBudget.Ours.Faults([.. Enumerable.Repeat(Of("a", 60), 49), .. Enumerable.Repeat(Of("b", 250), 45), .. Enumerable.Repeat(Of("c", 400), 6)]));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\n\n", 2)]
    public void Lines_Text_AreCountedAsEditorsDo(string text, int lines) => Assert.Equal(lines, new SourceFile("x.cs", text).Lines);

    [Fact]
    public void TypeFaults_TwoPublicTypes_AreNamed() => Assert.Equal(
        "src/Colour.cs: has 2 public types (Colour, Shade); one file, one public type",
        Assert.Single(new SourceFile("src/Colour.cs", "public sealed record Colour(int Hue);\n\npublic enum Shade\n{\n}\n").TypeFaults()));

    [Theory]
    [InlineData("public readonly record struct Colour;")]
    [InlineData("public delegate int Colour(int hue);")]
    [InlineData("[Flags] public enum Colour { }")]
    [InlineData("internal static class Colour { }")]
    public void TypeFaults_OtherFileName_IsNamed(string text) => Assert.Equal(
        "src/Paint.cs: is not named after its type Colour", Assert.Single(new SourceFile("src/Paint.cs", text).TypeFaults()));

    [Theory]
    [InlineData("src/Colour.cs", "public class Colour;\ninternal class Shade;\n")]
    [InlineData("src/Activity.cs", "public class Activity<T>;\npublic class Activity<TIn, TOut>;\n")]
    [InlineData("src/Colour.cs", "public class Colour\n{\n    public enum Kind { }\n}\n/*\npublic class Old;\n*/\n")]
    [InlineData("src/PlayWorkflow.workflow.cs", "public sealed class PlayWorkflow;\n")]
    [InlineData("src/Program.cs", "return 0;\n")]
    public void TypeFaults_OneTypeOfTheFileName_AreNone(string path, string text) =>
        Assert.Empty(new SourceFile(path, text).TypeFaults());

    [Fact]
    public void PublicTypes_RawStringInTheFirstColumn_IsNotCode()
    {
        var quotes = new string('"', 3);

        Assert.Equal(["Colour"], new SourceFile("Colour.cs", $"public class Colour\n{{\nstring X = {quotes}\npublic class Fake;\n{quotes};\n}}\n").PublicTypes);
    }

    private static IReadOnlyList<SourceFile> Sources() =>
    [
        .. Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"))
            .Select(path => new SourceFile(Repository.Relative(path), File.ReadAllText(path))),
    ];

    private static SourceFile Of(string path, int lines) => new(path, string.Concat(Enumerable.Repeat("x\n", lines)));
}
