using System.Globalization;

namespace Optimizer.Domain.Attribution;

/// <summary>Whether an event can be counted. What cannot is set aside with a code and with what would be right (S3-016). Pure.</summary>
public static class EventCheck
{
    private const int MostNamed = 5;

    /// <summary>What is wrong with the event itself, whatever it belongs to; null when nothing is.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">When it came.</param>
    public static EventAnswer? Alone(AttributionEvent happened, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Text("id", happened.Id, EventLimits.LongestId)
            ?? Text("exp_id", happened.Experiment, EventLimits.LongestName)
            ?? Text("variant", happened.Variant, EventLimits.LongestName)
            ?? Text("event", happened.Event, EventLimits.LongestName)
            ?? Text("session_id", happened.Unit, EventLimits.LongestUnit)
            ?? (happened.Path is not "" ? Text("path", happened.Path, EventLimits.LongestPath) : null)
            ?? Time(happened.At, now)
            ?? Amount(happened);
    }

    /// <summary>What is wrong with it in its experiment; null when nothing is.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="experiment">Its experiment; null when that is not known.</param>
    /// <param name="variant">Index of the variant it names; negative when the experiment has no such variant.</param>
    /// <param name="assigned">Index of the variant that its unit was assigned; null when it was not.</param>
    public static EventAnswer? Within(AttributionEvent happened, LedgerExperiment? experiment, int variant, int? assigned)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (experiment is null)
        {
            return Aside(EventCodes.UnknownExperiment, $"no experiment '{happened.Experiment}' is known; it is counted once it is");
        }

        if (variant < 0)
        {
            var more = experiment.Variants.Count > MostNamed ? ", ..." : "";
            return Aside(EventCodes.UnknownVariant, $"'{happened.Experiment}' has no variant '{happened.Variant}'; it has {string.Join(", ", experiment.Variants.Take(MostNamed))}{more}");
        }

        if (happened.At < experiment.Since)
        {
            return Aside(EventCodes.BeforeExperiment, $"ts {Moment(happened.At)} lies before '{happened.Experiment}' began at {Moment(experiment.Since)}");
        }

        return assigned is null && happened.At >= experiment.Until
            ? Aside(EventCodes.ExperimentClosed, $"'{happened.Experiment}' was closed at {Moment(experiment.Until.Value)}; a unit that is new after that takes no part")
            : assigned is { } own && own != variant
            ? Aside(EventCodes.Crossover, $"the unit has variant '{experiment.Variants[own]}' for as long as the experiment runs, not '{happened.Variant}'")
            : null;
    }

    private static EventAnswer? Text(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text)
            ? Aside(EventCodes.MissingField, $"{field} is missing or blank")
            : text.Length > longest
            ? Aside(EventCodes.TooLong, string.Create(CultureInfo.InvariantCulture, $"{field} has {text.Length:#,0} characters; at most {longest:#,0}"))
            : HasHalfPair(text)
            ? Aside(EventCodes.BadText, $"{field} is not valid Unicode: it holds half of a surrogate pair")
            : null;

    // Written out as UTF-8 it would become another text, and two ids would be one.
    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\ud800', '\udfff'); at >= 0;)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\ud800', '\udfff');
        }

        return false;
    }

    private static EventAnswer? Time(DateTimeOffset at, DateTimeOffset now) =>
        at > now + EventLimits.ClockSkew
            ? Aside(EventCodes.InFuture, string.Create(CultureInfo.InvariantCulture, $"ts {Moment(at)} lies in the future: now is {Moment(now)}, and a clock may be {EventLimits.ClockSkew.TotalMinutes} min ahead"))
            : at < EventLimits.Oldest
            ? Aside(EventCodes.Ancient, $"ts {Moment(at)} is older than {Moment(EventLimits.Oldest)}; set the sender's clock")
            : null;

    private static EventAnswer? Amount(AttributionEvent happened) =>
        happened.Value is not { } value
            ? happened.Event == EventLimits.Purchase
                ? Aside(EventCodes.ValueMissing, "a purchase has its price as value; write 0 for a free one")
                : null
            : Math.Abs(value) > EventLimits.LargestValue
            ? Aside(EventCodes.ValueTooLarge, string.Create(CultureInfo.InvariantCulture, $"value {value} lies beyond {EventLimits.LargestValue:#,0}"))
            : decimal.Round(value, 6) != value
            ? Aside(EventCodes.ValueTooFine, string.Create(CultureInfo.InvariantCulture, $"value {value} has more than six decimals; round it, so that sums are exact"))
            : null;

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static EventAnswer Aside(string code, string why) => new(EventAnswerKind.Quarantined, code, why);
}
