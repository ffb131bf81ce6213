using System.Globalization;
using System.Text;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Standalone.Commands;

/// <summary>Small damage to good files ends in an answer or in one line of refusal, never in an exception.</summary>
public class DamagedFileTests
{
    private static readonly string[] Pieces =
    [
        "", ",", "\n", "\"", "-", "0", "9", "1e60", "1e-60", "1e308", "NaN", "999999999999", "a", "b", ";", "\t", "\0", "é", "2024-01-01", "2199-12-31", "yes", " ", "=", "[", "'",
    ];

    [Theory]
    [InlineData("v,m\na,1\na,0\nb,1\nb,0\na,1\nb,1\n")]
    [InlineData("v,m\na,1.5\na,0\nb,12\nb,0.25\na,7\nb,3\n")]
    [InlineData("v,m,n\na,50,1000\nb,60,1001\n")]
    [InlineData("v,m,n,variance\na,5.5,1000,3.25\nb,6.5,1001,2\n")]
    [InlineData("d,v,m,n\n2024-01-01,a,5,100\n2024-01-01,b,6,100\n2024-01-02,a,7,100\n2024-01-02,b,8,100\n", "--date", "d")]
    [InlineData("v,m,n\na,1,4\na,3,4\nb,2,5\nb,1,3\n", "--metric", "m/n", "--kind", "ratio")]
    [InlineData("v,u,m\na,1,4\na,1,4\nb,2,5\nb,3,3\n", "--unit", "u")]
    public void Evaluate_DamagedFile_AnswersOrRefuses(string good, params string[] options) =>
        Check(good, path => Ran.Evaluate(path, [.. options, "--json"]), 300);

    [Fact]
    public void Monitor_DamagedFile_AnswersOrRefuses() => Check(
        "d,y\n" + string.Concat(Enumerable.Range(1, 60).Select(day => string.Create(
            CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{100 + (day % 7)}\n"))),
        path => Ran.Of("monitor", path, "--date", "d", "--value", "y"), 300);

    private static void Check(string good, Func<string, Ran> run, int cases)
    {
        var random = new Random(20_261_121);
        var answered = 0;
        for (var i = 0; i < cases; i++)
        {
            var text = good;
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                var at = random.Next(text.Length);
                text = text.Remove(at, Math.Min(random.Next(3), text.Length - at)).Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            using var file = new WrittenFile(Encoding.UTF8.GetBytes(text));
            Ran ran;
            try
            {
                ran = run(file.Path);
            }
            catch (Exception escaped)
            {
                throw new InvalidOperationException($"case {i}: {text}", escaped);
            }

            answered += ran.ExitCode == 0 ? 1 : 0;
            if (ran.ExitCode == 0)
            {
                Assert.Equal("", ran.Error);
            }
            else
            {
                Assert.StartsWith(file.Path, ran.Refusal(), StringComparison.Ordinal);
            }
        }

        // Neither side of the law is empty.
        Assert.InRange(answered, 1, cases - 1);
    }
}
