using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Definitions;

/// <summary>A policy beside the one in force: whether it reads, and what it would allow that is not allowed now.</summary>
public sealed record PolicyChange
{
    /// <summary>Null when something is wrong with the text.</summary>
    public PolicyBook? Book { get; init; }

    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>In force now.</summary>
    public PolicyBook Before { get; init; } = PolicyBook.Defaults;

    /// <summary>The text in force; empty without one.</summary>
    public string BeforeText { get; init; } = "";

    /// <summary>Its hash; <see cref="PlayTerms.NoPolicy"/> without one.</summary>
    public string BeforeHash { get; init; } = PlayTerms.NoPolicy;

    /// <summary>Whether it is in force already.</summary>
    public bool IsSame { get; init; }

    /// <summary>What it allows that the one in force does not.</summary>
    public IReadOnlyList<WiderValue> Wider { get; init; } = [];

    /// <summary>Values that fight or never have an effect.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; init; } = [];

    /// <summary>Reads a text and compares it.</summary>
    /// <param name="store">What is in force.</param>
    /// <param name="terms">Reads the same store.</param>
    /// <param name="text">The whole policy.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="InvalidOperationException">The policy in force is damaged.</exception>
    public static async Task<PolicyChange> ReadAsync(IPlayStore store, TermsReader terms, string text, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(terms);
        var read = PolicyFile.Read(text, file);
        if (read.Policy is not { } book)
        {
            return new() { Problems = read.Problems };
        }

        var stored = await store.FindAsync(PlayTerms.PolicyName, cancellationToken);
        var before = await terms.BookAsync(stored?.Hash ?? PlayTerms.NoPolicy, cancellationToken);
        var plays = new List<Play>();
        foreach (var slug in await store.ListAsync(cancellationToken))
        {
            plays.Add((await terms.InForceAsync(slug, cancellationToken)).Play);
        }

        return new()
        {
            Before = before,
            BeforeHash = stored?.Hash ?? PlayTerms.NoPolicy,
            BeforeText = stored?.Text ?? "",
            Book = book,
            Findings = PolicyLint.Of(book, plays),
            IsSame = stored?.Text == text,
            Wider = PolicyWidening.Of(before, book, plays),
        };
    }
}
