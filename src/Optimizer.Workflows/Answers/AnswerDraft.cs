using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Answers;

/// <summary>Gathers the sentences of an answer. A fact cannot be added without its record.</summary>
internal sealed class AnswerDraft
{
    private readonly List<Sentence> _sentences = [];

    public bool HasFacts => _sentences.Any(sentence => sentence.Cited.Count > 0);

    /// <summary>Says what no record says: what is not there, how something is meant, how the engine stands.</summary>
    public void Say(string text) => _sentences.Add(new(text, [], false));

    public void SayItem(string text) => _sentences.Add(new(text, [], true));

    /// <summary>Says what a record says.</summary>
    public void Fact(string text, params IEnumerable<AuditRecord> records) => _sentences.Add(new(text, Cited(records), false));

    public void Item(string text, params IEnumerable<AuditRecord> records) => _sentences.Add(new(text, Cited(records), true));

    /// <summary>The answer, as far as it goes.</summary>
    public Answer Answer(AnswerKind kind, string understood, params IReadOnlyList<string> suggestions) => new()
    {
        Citations = [.. _sentences.SelectMany(sentence => sentence.Cited).DistinctBy(cited => cited.Id)],
        Kind = kind,
        Suggestions = suggestions,
        Text = string.Join('\n', _sentences),
        Understood = understood,
    };

    private static Citation[] Cited(IEnumerable<AuditRecord> records)
    {
        Citation[] cited = [.. records.Select(Citation.Of).DistinctBy(each => each.Id)];
        return cited.Length > 0 ? cited : throw new InvalidOperationException("a fact without a record");
    }
}
