using System.Text.RegularExpressions;

namespace Optimizer.Functions.Settings;

/// <summary>Schedules as timer triggers take them: six fields of numbers, names, lists, spans and steps.</summary>
internal static partial class Ncrontab
{
    public const string Right = "write six fields: second minute hour day month day-of-week, such as 0 */5 * * * * for every five minutes (UTC)";

    // Least and most of each field, in order.
    private static readonly (int Least, int Most)[] Fields = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    /// <summary>The text; null when it is no schedule.</summary>
    public static string? Read(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length && fields.Zip(Fields).All(pair => pair.First.Split(',').All(part => IsPart(part, pair.Second))) ? text : null;
    }

    private static bool IsPart(string part, (int Least, int Most) range)
    {
        var read = Part().Match(part);
        return read.Success
            && (!read.Groups["from"].Success || Within(read.Groups["from"].Value, range))
            && (!read.Groups["to"].Success || Within(read.Groups["to"].Value, range))
            && (!read.Groups["step"].Success || (int.TryParse(read.Groups["step"].Value, out var step) && step >= 1));
    }

    // Names of months and days are left to the host, which knows them.
    private static bool Within(string text, (int Least, int Most) range) =>
        int.TryParse(text, out var number) ? number >= range.Least && number <= range.Most : char.IsAsciiLetter(text[0]);

    [GeneratedRegex(@"^(\*|(?<from>[0-9]{1,2}|[A-Za-z]{3,9})(-(?<to>[0-9]{1,2}|[A-Za-z]{3,9}))?)(/(?<step>[0-9]{1,2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
