using System.Collections.Concurrent;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Definitions;

/// <summary>Reads definitions and policy from the store; each text is parsed once. Thread safe.</summary>
public sealed class TermsReader(IPlayStore store)
{
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<string, Play> _plays = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PolicyBook> _policies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Play, string Policy), PlayTerms> _terms = new();

    /// <summary>What is in force now.</summary>
    /// <exception cref="InvalidOperationException">There is no such play, or a stored text is damaged.</exception>
    public async Task<PlayTerms> InForceAsync(string slug, CancellationToken cancellationToken)
    {
        var definition = await store.FindAsync(slug, cancellationToken)
            ?? throw new InvalidOperationException($"the store has no definition of the play '{slug}'");
        var policy = await store.FindAsync(PlayTerms.PolicyName, cancellationToken);
        return Terms(definition, policy);
    }

    /// <summary>The policy in force now, for a definition that was in force when something began that still goes on.</summary>
    /// <exception cref="InvalidOperationException">The store does not have it any more, or a stored text is damaged.</exception>
    public async Task<PlayTerms> SinceAsync(string slug, string definitionHash, CancellationToken cancellationToken)
    {
        var policy = await store.FindAsync(PlayTerms.PolicyName, cancellationToken);
        return await FormerAsync(slug, policy?.Hash ?? PlayTerms.NoPolicy, definitionHash, cancellationToken);
    }

    /// <summary>What was in force once: a reference as <see cref="PlayTerms.Reference"/> gives it.</summary>
    /// <exception cref="InvalidOperationException">The store does not have it any more, or a stored text is damaged.</exception>
    public async Task<PlayTerms> FormerAsync(string slug, string policyHash, string definitionHash, CancellationToken cancellationToken)
    {
        if (_terms.TryGetValue((definitionHash, policyHash), out var known))
        {
            return known;
        }

        var definition = await store.FindVersionAsync(slug, definitionHash, cancellationToken)
            ?? throw new InvalidOperationException($"the store has no definition {definitionHash} of the play '{slug}'");
        var policy = policyHash == PlayTerms.NoPolicy
            ? null
            : await store.FindVersionAsync(PlayTerms.PolicyName, policyHash, cancellationToken)
                ?? throw new InvalidOperationException($"the store has no policy {policyHash}");
        return Terms(definition, policy);
    }

    /// <summary>A policy that is or was in force.</summary>
    /// <param name="hash">Of its text; <see cref="PlayTerms.NoPolicy"/> for none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="InvalidOperationException">The store does not have it any more, or the stored text is damaged.</exception>
    public async Task<PolicyBook> BookAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash == PlayTerms.NoPolicy)
        {
            return PolicyBook.Defaults;
        }

        var stored = await store.FindVersionAsync(PlayTerms.PolicyName, hash, cancellationToken)
            ?? throw new InvalidOperationException($"the store has no policy {hash}");
        return _policies.GetOrAdd(hash, _ => ParsePolicy(stored));
    }

    private static Play Parse(StoredText stored)
    {
        var file = PlayFile.Read(stored.Text, stored.File);
        return file.Plays is [var only] && file.Problems.Count == 0
            ? only.Play
            : throw new InvalidOperationException($"the stored definition of '{stored.Name}' is damaged: {string.Join("; ", file.Problems)}");
    }

    private static PolicyBook ParsePolicy(StoredText stored)
    {
        var file = PolicyFile.Read(stored.Text, stored.File);
        return file.Policy ?? throw new InvalidOperationException($"the stored policy is damaged: {string.Join("; ", file.Problems)}");
    }

    private PlayTerms Terms(StoredText definition, StoredText? policy)
    {
        var key = (definition.Hash, policy?.Hash ?? PlayTerms.NoPolicy);
        if (_terms.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_terms.Count > MostKept)
        {
            _terms.Clear();
            _plays.Clear();
        }

        var play = _plays.GetOrAdd(definition.Hash, _ => Parse(definition));
        var book = policy is null ? PolicyBook.Defaults : _policies.GetOrAdd(policy.Hash, _ => ParsePolicy(policy));
        return _terms.GetOrAdd(key, _ => new(play, book.For(play), key.Item1, key.Item2) { Book = book });
    }
}
