using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Policies;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>Reads the policy for its page, and tries a change of it.</summary>
internal sealed class PolicyReader(ServedLoop loop, PolicyDesk desk)
{
    /// <summary>Days of rulings that a change is tried on.</summary>
    public const int TriedDays = 30;

    /// <summary>Days without firing after which a value is called idle.</summary>
    public const int IdleDays = 90;

    // Of a page: far more than a person reads, and few enough to be counted while they wait.
    private const int MostRulings = 2_000;
    private const int MostChanged = 50;

    private static readonly TimeSpan UsesHold = TimeSpan.FromMinutes(10);

    private volatile PolicyUses? _uses;

    /// <summary>Null when there is no such play.</summary>
    /// <param name="play">Its slug; null for what holds where no scope names a play.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PolicyModel?> ReadAsync(string? play, CancellationToken cancellationToken)
    {
        var (model, book) = await HeadAsync(cancellationToken);
        EffectivePolicy policy;
        if (play is null)
        {
            policy = book.ForSlug("");
        }
        else if (Slugs.IsOne(play) && await loop.Reads.Plays.FindAsync(play, cancellationToken) is not null)
        {
            policy = book.For((await loop.Terms.InForceAsync(play, cancellationToken)).Play);
        }
        else
        {
            return null;
        }

        return model with
        {
            Findings = PolicyLint.Of(book, await PlaysAsync(cancellationToken)),
            For = For(policy),
            Groups = [.. PolicyKeys.All.GroupBy(key => key.Type).Select(group => new PolicyGroup(
                Sentence(PolicyWords.Group(group.Key)), [.. group.Select(key => Line(key, policy.Values[key.Name], model.File))]))],
            Play = play,
            Proposals = await desk.ProposalsAsync(cancellationToken),
            StartLimits = [.. policy.StartLimits.Select(limit => $"also at most {limit.Max} starts in {limit.Days} days ({limit.Source})")],
            Uses = await UsesAsync(cancellationToken),
        };
    }

    /// <summary>The page with a changed policy beside the one in force. Nothing is changed.</summary>
    /// <param name="text">The whole changed policy.</param>
    /// <param name="refusal">Why it was not put in force; null when nobody tried to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PolicyModel> TryAsync(string text, string? refusal, CancellationToken cancellationToken)
    {
        var (model, _) = await HeadAsync(cancellationToken);
        return model with { Try = await TriedAsync(text, cancellationToken) with { Refusal = refusal } };
    }

    private async Task<PolicyTry> TriedAsync(string text, CancellationToken cancellationToken)
    {
        var change = await PolicyChange.ReadAsync(loop.Reads.Plays, loop.Terms, text, "changed", cancellationToken);
        if (change.Book is not { } book)
        {
            return new() { Problems = change.Problems, Text = text };
        }

        var plays = await PlaysAsync(cancellationToken);
        var trial = await PolicyTrial.RunAsync(loop.Reads.Audit, book, plays, play: null, loop.Clock.GetUtcNow().AddDays(-TriedDays), MostRulings, cancellationToken);
        return new()
        {
            Changed = [.. trial.Rulings.Where(each => each.Ruling.IsChanged).Reverse().Take(MostChanged)],
            Findings = change.Findings,
            IsCut = trial.IsCut,
            IsSame = text.TrimEnd() == change.BeforeText.TrimEnd(),
            Tally = SimulatedTally.Of(trial.Rulings.Select(each => each.Ruling)),
            Text = text,

            // What the old one allows and the new one does not.
            Tighter = [.. PolicyWidening.Of(book, change.Before, plays).Select(each => each with { From = each.To, To = each.From })],
            Wider = change.Wider,
        };
    }

    // The file by its name alone: where it lies on the server is nobody's business here.
    private async Task<(PolicyModel Model, PolicyBook Book)> HeadAsync(CancellationToken cancellationToken)
    {
        var stored = await loop.Reads.Plays.FindAsync(PlayTerms.PolicyName, cancellationToken);
        var file = stored is null ? "" : stored.File[(stored.File.LastIndexOfAny(['/', '\\']) + 1)..];
        var book = stored is null ? PolicyBook.Defaults : PolicyFile.Read(stored.Text, file).Policy
            ?? throw new InvalidOperationException("the policy in force cannot be read");
        return (new()
        {
            File = stored is null ? null : file,
            For = "",
            Hash = stored?.Hash ?? PlayTerms.NoPolicy,
            Since = stored?.At,
            Text = stored?.Text ?? "",
            Version = book.Version,
        }, book);
    }

    private async Task<IReadOnlyList<Play>> PlaysAsync(CancellationToken cancellationToken)
    {
        var plays = new List<Play>();
        foreach (var slug in await loop.Reads.Plays.ListAsync(cancellationToken))
        {
            plays.Add((await loop.Terms.InForceAsync(slug, cancellationToken)).Play);
        }

        return plays;
    }

    // Counted now and then: nobody acts on it within minutes.
    private async Task<PolicyUses> UsesAsync(CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if (_uses is { } kept && now - kept.At < UsesHold)
        {
            return kept;
        }

        var (rulings, isCut) = await PolicyTrial.GivenAsync(loop.Reads.Audit, play: null, now.AddDays(-IdleDays), MostRulings, cancellationToken);
        var uses = RuleUse.Of(rulings.Select(each => each.Given));
        return _uses = new(now, rulings.Count, isCut, [.. uses.Where(use => use.Times > 0).OrderByDescending(use => use.Times)], [.. uses.Where(use => use.Times == 0)]);
    }

    private static PolicyLine Line(PolicyKey key, PolicyValue value, string? file) =>
        new(key.Name, key.Means, PolicyWords.Value(key, value.Value), value.Scope, value.Place, LineOf(value.Place, file), value.Overruled);

    internal static int? LineOf(string? place, string? file) =>
        place is not null && file is not null && place.StartsWith($"{file}:", StringComparison.Ordinal) && int.TryParse(place.AsSpan(file.Length + 1), out var line) ? line : null;

    private static string For(EffectivePolicy policy) =>
        $"profile {ProfileNames.Of(policy.Profile)}, site {policy.Site}{(policy.Page is { } page ? $", page {page}" : "")}";

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
