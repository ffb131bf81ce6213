using System.Collections.Concurrent;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>Tokens of a test.</summary>
internal sealed class MemoryTokens : ITokenStore
{
    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    public Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_tokens.GetValueOrDefault(id));

    public Task PutAsync(AccessToken token, CancellationToken cancellationToken)
    {
        _tokens[token.Id] = token;
        return Task.CompletedTask;
    }

    public Task<bool> AddFirstAsync(AccessToken token, CancellationToken cancellationToken) => Task.FromResult(_tokens.IsEmpty && _tokens.TryAdd(token.Id, token));

    public Task<AccessToken?> ChangeAsync(string id, Func<AccessToken, AccessToken> change, CancellationToken cancellationToken) =>
        Task.FromResult(_tokens.TryGetValue(id, out var token) ? _tokens[id] = change(token) : null);

    public Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AccessToken>>([.. _tokens.Values.OrderBy(token => token.IssuedAt)]);
}
