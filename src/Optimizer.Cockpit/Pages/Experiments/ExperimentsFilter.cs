using System.Globalization;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Which experiments are shown; what makes no sense filters nothing.</summary>
/// <param name="Play">Slug; empty for all.</param>
/// <param name="End">How they ended; null for all, the live ones too.</param>
/// <param name="Skip">So many live ones are on the pages before.</param>
/// <param name="Before">Only those that ended before this record; null for the newest.</param>
public sealed record ExperimentsFilter(string Play, DecisionKind? End, int Skip, long? Before)
{
    internal static ExperimentsFilter Of(IQueryCollection query)
    {
        var (play, end) = (query["play"].ToString().Trim(), query["end"].ToString());
        return new(
            Slugs.IsOne(play) ? play : "",
            Ends.Where(kind => PlaysFilter.Word(kind) == end).Select(kind => (DecisionKind?)kind).FirstOrDefault(),
            int.TryParse(query["skip"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0,
            long.TryParse(query["before"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <summary>How an experiment can end.</summary>
    public static IReadOnlyList<DecisionKind> Ends { get; } = [.. Enum.GetValues<DecisionKind>().Where(kind => kind != DecisionKind.Extend)];

    /// <summary>Address of the page with it.</summary>
    public string Address()
    {
        string?[] parts =
        [
            Play.Length > 0 ? $"play={Uri.EscapeDataString(Play)}" : null,
            End is { } end ? $"end={PlaysFilter.Word(end)}" : null,
            Skip > 0 ? FormattableString.Invariant($"skip={Skip}") : null,
            Before is { } before ? FormattableString.Invariant($"before={before}") : null,
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? $"/experiments?{string.Join('&', said)}" : "/experiments";
    }
}
