using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>What a caller is told when a request is not carried out: application/problem+json (RFC 9457) with a code for programs.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable, such as not_found, or the code of a ruling.</param>
/// <param name="Detail">For people: what is wrong and what would be right.</param>
public sealed record Problem(int Status, string Code, string Detail) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>In words, the same for every problem of the status.</summary>
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>The rule of policy that says so, with where it stands; null where policy was not asked.</summary>
    public string? Rule { get; init; }

    /// <summary>Everything that is wrong with the body; empty where it is not about the body.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Seconds after which another try makes sense; null where it does not.</summary>
    public int? RetryAfter { get; init; }

    public static Problem NotFound(string what, string id) => new(404, "not_found", $"there is no {what} '{Shown.Of(id)}'");

    public static Problem Malformed(string detail) => new(400, "malformed", detail);

    public static Problem Invalid(string detail, params IReadOnlyList<FieldProblem> problems) => new(422, "invalid", detail) { Problems = problems };

    public static Problem Conflict(string code, string detail) => new(409, code, detail);

    /// <summary>Policy said no: its code, its reasons, and the rule that said so.</summary>
    public static Problem Denied(Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return new(403, ruling.Code, string.Join("; ", ruling.Reasons)) { Rule = ruling.Reasons.Count > 0 ? ruling.Reasons[0] : null };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await (IsForPeople(httpContext)
            ? new PageAnswer(typeof(Fault), new() { [nameof(Fault.Problem)] = this }, Status).ExecuteAsync(httpContext)
            : Bodies.WriteAsync(httpContext, ProblemJson.Of(this), ContentType));
    }

    // Browsers ask for HTML; what lies under /api is for programs whatever they ask for.
    private static bool IsForPeople(HttpContext context) =>
        !CallerSchemes.IsForPrograms(context.Request.Path) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
