using System.Globalization;
using Microsoft.AspNetCore.Http;
using Optimizer.Domain.Attribution;

namespace Optimizer.Cockpit.Pages.Ledger;

/// <summary>A question to the ledger as it stands in an address.</summary>
/// <param name="Experiment">Its id; empty for none.</param>
/// <param name="Variant">Only this one; empty for all.</param>
/// <param name="Event">Only this one; empty for all.</param>
/// <param name="Since">From this day or moment on; empty for the beginning.</param>
/// <param name="Until">Until this day, itself included, or moment; empty for now.</param>
public sealed record LedgerAsk(string Experiment, string Variant, string Event, string Since, string Until)
{
    private const int Longest = 200;

    /// <summary>Whether it asks about less than the whole experiment.</summary>
    public bool IsPart => Variant.Length + Event.Length + Since.Length + Until.Length > 0;

    /// <summary>The same question as an address.</summary>
    public string Href => $"/ledger?experiment={Uri.EscapeDataString(Experiment)}&variant={Uri.EscapeDataString(Variant)}&event={Uri.EscapeDataString(Event)}&since={Uri.EscapeDataString(Since)}&until={Uri.EscapeDataString(Until)}";

    internal static LedgerAsk Of(IQueryCollection query) => new(Text(query, "experiment"), Text(query, "variant"), Text(query, "event"), Text(query, "since"), Text(query, "until"));

    /// <summary>For the ledger; or why it cannot be asked.</summary>
    public (LedgerQuery? Query, string? Problem) Read() =>
        !TryTime(Since, out var since) || !TryTime(Until, out var until)
            ? (null, "From and until take a day, such as 2026-03-01.")
            : (new(Experiment)
            {
                Event = Event.Length == 0 ? null : Event,
                Since = since,
                Until = until is { TimeOfDay.Ticks: 0 } day && day < DateTimeOffset.MaxValue.AddDays(-2) ? day.AddDays(1) : until,
                Variant = Variant.Length == 0 ? null : Variant,
            }, null);

    private static bool TryTime(string text, out DateTimeOffset? time)
    {
        time = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read) ? read : null;
        return text.Length == 0 || time is not null;
    }

    private static string Text(IQueryCollection query, string name) => query[name].ToString().Trim() is var text && text.Length <= Longest ? text : text[..Longest];
}
