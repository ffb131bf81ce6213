using System.Text;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>What a caller sent, as it may stand in an answer or a log: short, without control characters.</summary>
internal static class Shown
{
    private const int Longest = 120;

    public static string Of(string sent)
    {
        var shown = new StringBuilder(Math.Min(sent.Length, Longest));
        foreach (var rune in sent.EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }
}
