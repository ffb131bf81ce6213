using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Operations;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Takes definitions: a new one starts a play, a changed one takes effect at its next tick.</summary>
internal sealed class PlayDefinitions(ServedLoop loop, PlayReader reader)
{
    public const long MostBytes = 512 * 1024;

    /// <summary>What a definition may be sent as.</summary>
    public static readonly string[] Types = ["application/yaml", "application/json", "application/x-yaml", "text/yaml", "text/x-yaml"];

    private readonly Turnstile _bySlug = new();

    /// <summary>Starts a play; idempotent by its slug.</summary>
    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (document, refusal) = await ReadAsync(context);
        if (document is null)
        {
            return refusal!;
        }

        var slug = document.Play.Slug;
        using var turn = await _bySlug.EnterAsync(("", slug), context.RequestAborted);
        return await loop.World.Plays.FindAsync(slug, context.RequestAborted) is { } present && present.Text != document.Text
            && await loop.Client.StatusAsync(LoopNames.PlayId(slug), context.RequestAborted) is not null
                ? Problem.Conflict("play_exists", $"the play '{slug}' has another definition ({present.Hash}, {present.File}); change it with PUT /api/plays/{slug}")
                : await EnrolAsync(context, document);
    }

    /// <summary>Changes the definition of a play, or starts it.</summary>
    public async Task<IResult> PutAsync(HttpContext context, string slug)
    {
        var (document, refusal) = await ReadAsync(context);
        if (document is null)
        {
            return refusal!;
        }

        if (document.Play.Slug != slug)
        {
            return Problem.Invalid($"the definition is of '{document.Play.Slug}' and was sent to '{Shown.Of(slug)}'", new FieldProblem("slug", $"must be {Shown.Of(slug)}"));
        }

        using var turn = await _bySlug.EnterAsync(("", slug), context.RequestAborted);
        var present = await loop.World.Plays.FindAsync(slug, context.RequestAborted);
        return EntityTags.Refusal(context.Request, present is null ? null : EntityTags.Of(present.Hash), isRequired: false) is { } unmet
            ? unmet
            : await EnrolAsync(context, document);
    }

    /// <summary>The text in force.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string slug) =>
        Slugs.IsOne(slug) && await loop.World.Plays.FindAsync(slug, context.RequestAborted) is { } stored
            ? new TextAnswer(stored.Text, "application/yaml", EntityTags.Of(stored.Hash))
            : Problem.NotFound("play", slug);

    private static async Task<(PlayDocument? Document, Problem? Refusal)> ReadAsync(HttpContext context)
    {
        var read = await Body.TextAsync(context, Types);
        if (read.Value is not { } text)
        {
            return (null, read.Refusal);
        }

        var file = PlayFile.Read(text, "body");
        return file switch
        {
            { Problems: { Count: > 0 } problems } => (null, Problem.Invalid(
                problems.Count == 1 ? problems[0].ToString() : $"{problems.Count} things are wrong with the definition",
                [.. problems.Select(each => new FieldProblem(each.Field, each.Problem, each.Line))])),
            { Plays: [var only] } => (only, null),
            _ => (null, Problem.Invalid($"the body holds {file.Plays.Count} plays; send one at a time")),
        };
    }

    private async Task<IResult> EnrolAsync(HttpContext context, PlayDocument document)
    {
        var slug = document.Play.Slug;

        // Nothing is put in force for a play that will never run again.
        if (await loop.Client.StatusAsync(LoopNames.PlayId(slug), context.RequestAborted) is { } instance && instance.State.IsFinished())
        {
            return Problem.Conflict("play_stopped", $"the play '{slug}' was stopped for good; take another slug");
        }

        var enrolled = await new Enrolment(loop.World).EnrolAsync(document, "api", context.Caller().Name, loop.Clock.GetUtcNow(), context.RequestAborted);
        var play = await reader.ReadAsync(slug, context.RequestAborted) ?? throw new InvalidOperationException($"the play '{slug}' was enrolled and is not there");
        return new JsonAnswer<PlayAnswer>(play, enrolled.IsStarted ? StatusCodes.Status201Created : StatusCodes.Status200OK) { Location = $"/api/plays/{slug}" };
    }
}
