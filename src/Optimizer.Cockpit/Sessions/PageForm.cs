using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;

namespace Optimizer.Cockpit.Sessions;

/// <summary>A form that somebody sent from a page of ours.</summary>
internal sealed class PageForm
{
    /// <summary>The field that says it came from a page of ours.</summary>
    public const string TokenField = "_token";

    private const string Type = "application/x-www-form-urlencoded";

    private readonly Dictionary<string, StringValues> _fields;

    private PageForm(Dictionary<string, StringValues> fields) => _fields = fields;

    /// <summary>A field without space around it; empty when it was not sent.</summary>
    public string this[string name] => _fields.TryGetValue(name, out var value) ? value.ToString().Trim() : "";

    /// <summary>A field; null when it says nothing.</summary>
    public string? Said(string name) => this[name] is { Length: > 0 } text ? text : null;

    /// <summary>All values of a field, as boxes that were ticked send them.</summary>
    public IReadOnlyList<string> All(string name) => _fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>Reads it, when this session's own page has sent it.</summary>
    public static async Task<Reading<PageForm>> ReadAsync(HttpContext context, ServedLoop loop)
    {
        var read = await FieldsAsync(context);
        return read.Value is not { } form ? read
            : context.Items[typeof(SessionClaims)] is not SessionClaims claims || claims.IsFormToken(form[TokenField], loop.LinkKey) ? form
            : new Problem(403, "foreign_form", "the form was not sent from a page of this session; open the page again and send it from there. Nothing was done");
    }

    /// <summary>Reads one from somebody who is not signed in yet.</summary>
    public static async Task<Reading<PageForm>> FieldsAsync(HttpContext context)
    {
        if (IsForeign(context.Request))
        {
            return new Problem(403, "foreign_form", "the form was sent by another site. Nothing was done");
        }

        var text = await Body.TextAsync(context, Type);
        return text.Value is { } body ? new PageForm(QueryHelpers.ParseQuery(body)) : text.Refusal!;
    }

    // Every browser of today says where a form comes from; what says nothing is no browser, and has no cookie that it did not put there itself.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
}
