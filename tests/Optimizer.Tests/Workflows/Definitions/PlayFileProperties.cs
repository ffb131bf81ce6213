using FsCheck;
using FsCheck.Fluent;
using Optimizer.Testing;

namespace Optimizer.Tests.Workflows.Definitions;

/// <summary>No text makes the reader throw, and what it calls wrong stands in the file.</summary>
public class PlayFileProperties
{
    private const string Signs = "{}[]:,-?&*!|>'\"%@`#~ \t\n\r\0.<=\\\u0085\u2028\uFEFFaz019_é";

    [Fact]
    public void Read_AnyBytes_AreAnsweredWithProblems() => Prop.ForAll<byte[]>(bytes =>
        IsAnswered(System.Text.Encoding.UTF8.GetString(bytes)) && IsAnswered(System.Text.Encoding.Latin1.GetString(bytes))).Check(Laws.Of(2000));

    [Fact]
    public void Read_AnyUtf16_IsAnsweredWithProblems() => Prop.ForAll<char[]>(signs => IsAnswered(new(signs))).Check(Laws.Of(1000));

    [Fact]
    public void Read_SignsOfYaml_AreAnsweredWithProblems() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements(Signs.ToCharArray())).ToArbitrary(), signs => IsAnswered(new(signs))).Check(Laws.Of(5000));

    [Fact]
    public void Read_PlayCutAnywhere_IsAnsweredWithProblems()
    {
        for (var length = 0; length < Written.Whole.Length; length++)
        {
            Assert.True(IsAnswered(Written.Whole[..length]), $"cut at {length}");
        }
    }

    [Fact]
    public void Read_PlayWithAnySignPutInAnywhere_IsReadOrAnsweredWithProblems() => Prop.ForAll(
        Gen.Choose(0, Written.Whole.Length).ToArbitrary(), Gen.Elements(Signs.ToCharArray()).ToArbitrary(),
        (at, sign) => IsSound(Written.Whole.Insert(at, sign.ToString()))).Check(Laws.Of(3000));

    private static bool IsAnswered(string text) => IsSound(text) && Written.Read(text) is { Problems.Count: > 0 } or { Plays.Count: > 0 };

    private static bool IsSound(string text)
    {
        var read = Written.Read(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
        return read.Plays.Count + read.Problems.Count > 0
            && read.Problems.All(problem => problem.Line >= 1 && problem.Line <= lines + 1 && problem.Problem.Length > 0 && problem.ToString().StartsWith("plays.yaml:", StringComparison.Ordinal));
    }
}
