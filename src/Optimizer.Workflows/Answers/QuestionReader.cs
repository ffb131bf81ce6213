using System.Text.RegularExpressions;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>Reads questions by rules: no model is asked, so the same words mean the same for ever (S1-157).</summary>
internal sealed partial class QuestionReader(IAuditTrail trail)
{
    // Decisions are found by their experiment.
    private static readonly string[] KindsOfPlay = [.. AuditIds.Kinds.Where(kind => kind != "decision.made")];

    /// <summary>All plays of the trail by what they are called.</summary>
    public static async Task<PlayNames> NamesAsync(IAuditTrail trail, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = ["play.enrolled"] }, cancellationToken))
        {
            names[record.Entry.Play] = ((PlayEnrolled)record.Entry.Event).Name;
        }

        return new(names.Select(name => new PlayName(name.Key, name.Value)));
    }

    public async Task<AskedQuestion> ReadAsync(Question question, PlayNames names, CancellationToken cancellationToken)
    {
        var text = question.Text.Replace('’', '\'').Replace('\u2011', '-');
        var order = TypedCommand.Read(text);

        // An order may hold a number or a date that is its own.
        var time = order is null ? TimePhrases.Read(text, question.Now, question.Zone) : new TimeReading(null, order.Value.After);
        var words = Word().Matches(time.Rest.ToLowerInvariant()).Select(match => match.Value.Trim('\'', '.', '-')).Where(word => word.Length > 0).ToList();
        var (record, experiment, play, rest) = await IdsAsync(words, names, cancellationToken);
        var match = play is null ? names.Match(rest) : new NameMatch([play], rest, null);
        var asked = new AskedQuestion { Intent = Intent.Unknown, Question = question, Record = record, Time = time.Time };
        asked = match.Plays.Count switch
        {
            1 => asked with { Experiment = experiment ?? Numbered(text, match.Plays[0]), Play = match.Plays[0].Slug, Said = match.Said },
            > 1 => asked with { Choices = match.Plays },
            _ => asked with { Unknown = Unknown(match.Rest), Play = question.Play },
        };
        return order is { } command
            ? asked with { Command = Command(command, asked, names, text), Intent = Intent.Command }
            : Meant(asked, string.Join(' ', match.Plays.Count > 0 ? match.Rest : rest), record);
    }

    private static AskedQuestion Meant(AskedQuestion asked, string text, AuditRecord? record)
    {
        var (intent, form, deed) = (Intents.Of(text), Intents.FormOf(text), Deeds.Find(text));
        var isOfDeed = deed is not null && form != QuestionForm.Whether && !(intent is Intent.Waiting or Intent.Learned or Intent.Next) && Certain().IsMatch(text);
        return record is not null && (deed is null || record.Entry.Event is not (ExperimentStarted or ExperimentEnded)) ? asked with { Intent = Intent.Record, Form = form }
            : isOfDeed || intent is Intent.Deed ? asked with { Deed = deed, Form = form, Intent = Intent.Deed }
            : asked with { Form = form, Intent = intent is Intent.Unknown && asked.Play is not null && asked.Play != asked.Question.Play ? Intent.Standing : intent };
    }

    private static ProposedCommand? Command((CommandVerb? Verb, string After) order, AskedQuestion asked, PlayNames names, string text) => order.Verb is not { } verb
        ? null
        : new(verb, asked.Choices.Count > 0 || (asked.Play is not null && names.Find(asked.Play) is null) ? null : asked.Play, order.After, text.Trim());

    // "experiment 3 of onboarding" is onboarding-3.
    private static string? Numbered(string text, PlayName play) => Experiment().Match(text) is { Success: true } match ? $"{play.Slug}-{match.Groups["n"].Value}" : null;

    private static string? Unknown(IEnumerable<string> rest)
    {
        var words = rest.Where(word => !QuestionWords.IsUsual(word) && word.Any(char.IsLetter)).Take(6).ToList();
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    /// <summary>Ids among the words: what they mean, and the words without them.</summary>
    private async Task<(AuditRecord? Record, string? Experiment, PlayName? Play, IReadOnlyList<string> Left)> IdsAsync(
        IReadOnlyList<string> words, PlayNames names, CancellationToken cancellationToken)
    {
        foreach (var word in words.Where(word => names.Find(word) is null && Id().IsMatch(word)).Take(3))
        {
            var rest = words.Where(other => other != word).ToList();
            if (await FindAsync(word, names, cancellationToken) is { } record)
            {
                return (record, record.Entry.Experiment, names.Find(record.Entry.Play), rest);
            }

            if (Numbers().Match(word) is { Success: true } of && names.Find(of.Groups["play"].Value) is { } play)
            {
                return (null, $"{play.Slug}-{of.Groups["n"].Value}", play, rest);
            }
        }

        return (null, null, null, words);
    }

    /// <summary>Looks only where an id says that its record is, so that what nobody has costs nothing.</summary>
    private async Task<AuditRecord?> FindAsync(string id, PlayNames names, CancellationToken cancellationToken)
    {
        if (id[0] == '#')
        {
            return await EvidenceSearch.FindAsync(trail, id[1..], cancellationToken);
        }

        for (var at = id.Length - 1; at > 0; at--)
        {
            if (id[at] is '-' or '/' && names.Find(id[..at]) is { } play)
            {
                var of = OfExperiment().Match(id[(at + 1)..]);
                var scope = new AuditQuery { Experiment = of.Success ? $"{play.Slug}-{of.Groups["n"].Value}" : null, Kinds = of.Success ? AuditIds.Kinds.ToArray() : KindsOfPlay, Play = play.Slug };
                return await EvidenceSearch.FindWithinAsync(trail, scope, id, cancellationToken);
            }
        }

        return null;
    }

    [GeneratedRegex(@"#?[\p{L}\p{Nd}][\p{L}\p{Nd}_.'/-]*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();

    // A number alone is no id: "the last 3".
    [GeneratedRegex(@"\A(?:#[0-9]{1,18}|(?=[^ ]*[0-9])[a-z0-9_.-]+[-/][a-z0-9_./-]+)\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A(?<n>[0-9]{1,9})(?:[./].+)?\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex OfExperiment();

    [GeneratedRegex(@"\A(?<play>.+)-(?<n>[0-9]{1,6})(?:\.[a-z0-9]+)?\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(?:experiment|test)\s+(?:number\s+|no\.?\s*|#)?(?<n>[0-9]{1,6})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Experiment();

    // Words after which a deed is meant, whatever else stands there: "why did you change" is no list of changes.
    [GeneratedRegex(@"\b(?:why|who|when|how\s+come|reasons?|explain)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Certain();
}
