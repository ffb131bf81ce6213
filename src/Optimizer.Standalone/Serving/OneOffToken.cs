using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// A token that a command gives itself for the server it opens for a moment: known to that server alone, never written down, gone with it.
/// Whoever may open the data directory may do everything in it anyway; what they do stands in the trail under their name.
/// </summary>
internal sealed class OneOffToken : ITokenStore
{
    private readonly ITokenStore _kept;
    private readonly AccessToken _token;

    /// <param name="kept">The tokens that are kept.</param>
    /// <param name="text">The token.</param>
    /// <param name="who">Who runs the command: its owner as this machine knows them, or a program that they let in.</param>
    /// <param name="now">From when it holds.</param>
    public OneOffToken(ITokenStore kept, TokenText text, Principal who, DateTimeOffset now)
    {
        _kept = kept;
        _token = new(text.Id, text.Hash(), who, now, ExpiresAt: null);
    }

    /// <summary>Somebody who is known here sits where they sit, and a program stays a program.</summary>
    public async Task<AccessToken?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (id != _token.Id)
        {
            return await _kept.FindAsync(id, cancellationToken);
        }

        if (!_token.Principal.IsHuman)
        {
            return _token;
        }

        var known = (await _kept.ListAsync(cancellationToken)).LastOrDefault(each => each.RevokedAt is null && People.Same(each.Principal.Name, _token.Principal.Name));
        return known is null ? _token : _token with { Principal = known.Principal with { Role = _token.Principal.Role } };
    }

    public Task PutAsync(AccessToken token, CancellationToken cancellationToken) => _kept.PutAsync(token, cancellationToken);

    public Task<bool> AddFirstAsync(AccessToken token, CancellationToken cancellationToken) => _kept.AddFirstAsync(token, cancellationToken);

    // Its own is not kept: when it was used last is of no interest.
    public Task<AccessToken?> ChangeAsync(string id, Func<AccessToken, AccessToken> change, CancellationToken cancellationToken) =>
        id == _token.Id ? Task.FromResult<AccessToken?>(_token) : _kept.ChangeAsync(id, change, cancellationToken);

    public Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken) => _kept.ListAsync(cancellationToken);
}
