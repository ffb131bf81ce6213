using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>Which plays are shown; what makes no sense filters nothing.</summary>
/// <param name="Stage">Null for all.</param>
/// <param name="Autonomy">Null for all.</param>
/// <param name="Text">In the slug or the name; empty for all.</param>
/// <param name="Skip">So many are on the pages before.</param>
public sealed record PlaysFilter(PlayStatus? Stage, Autonomy? Autonomy, string Text, int Skip)
{
    private const int LongestText = 100;

    public static PlaysFilter None { get; } = new(null, null, "", 0);

    internal static PlaysFilter Of(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        return new(
            Read<PlayStatus>(query["stage"].ToString()), Read<Autonomy>(query["autonomy"].ToString()), text.Length > LongestText ? text[..LongestText] : text,
            int.TryParse(query["skip"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0);
    }

    /// <summary>Address of the page with it.</summary>
    public string Address()
    {
        var parts = new List<string>();
        if (Stage is { } stage)
        {
            parts.Add($"stage={Word(stage)}");
        }

        if (Autonomy is { } autonomy)
        {
            parts.Add($"autonomy={Word(autonomy)}");
        }

        if (Text.Length > 0)
        {
            parts.Add($"q={Uri.EscapeDataString(Text)}");
        }

        if (Skip > 0)
        {
            parts.Add(FormattableString.Invariant($"skip={Skip}"));
        }

        return parts.Count == 0 ? "/plays" : $"/plays?{string.Join('&', parts)}";
    }

    /// <summary>As addresses and the API write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static T? Read<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
