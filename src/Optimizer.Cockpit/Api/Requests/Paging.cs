using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>Which page is asked for: ?limit=1..200&amp;cursor=..., where the cursor is the <c>next</c> of the page before.</summary>
/// <param name="Limit">Most items on it.</param>
/// <param name="After">Where it begins, in the words of the route; null for the first.</param>
internal sealed record Paging(int Limit, string? After)
{
    public const int Most = 200;

    private const int Usual = 50;

    // Says which list a cursor belongs to: one of another list would begin anywhere.
    public static Reading<Paging> Of(HttpRequest request, string list)
    {
        var limit = Usual;
        if (request.Query["limit"] is [var asked, ..] && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
        {
            return new Problem(400, "malformed", $"limit is '{Shown.Of(asked ?? "")}'; must be a whole number from 1 to {Most}");
        }

        if (request.Query["cursor"] is not [{ Length: > 0 } cursor, ..])
        {
            return new Paging(limit, null);
        }

        return Decoded(cursor) is { } text && text.StartsWith($"{list}:", StringComparison.Ordinal)
            ? new Paging(limit, text[(list.Length + 1)..])
            : new Problem(400, "malformed", $"cursor '{Shown.Of(cursor)}' is not where a page of {list} begins; take next of the page before");
    }

    /// <summary>The cursor of the page that begins after this.</summary>
    public static string Cursor(string list, string after) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{after}"));

    /// <summary>Cursors over numbers, such as the sequence of the trail.</summary>
    public Reading<Paging> Numbered() => After is null || (long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0)
        ? this
        : new Problem(400, "malformed", "the cursor is damaged; take next of the page before");

    /// <summary>0 for the first page.</summary>
    public long AfterNumber => After is null ? 0 : long.Parse(After, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? Decoded(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
