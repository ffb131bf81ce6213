using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Approvals;

namespace Optimizer.Cockpit.Links;

/// <summary>Makes signed links with which one person answers one question once, without a login. Opening one never decides (OPERATORS 4.5).</summary>
/// <param name="key">What they are signed with.</param>
/// <param name="address">Where people reach this server, such as https://optimizer.example.com.</param>
public sealed class ApprovalLinks(LinkKey key, Uri address)
{
    /// <summary>First part of the path.</summary>
    public const string Path = "/a/";

    /// <summary>Longest that a link is valid.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    /// <summary>How long a link is valid when nobody says otherwise.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromHours(1);

    private const int NonceBytes = 16;

    /// <summary>A new link.</summary>
    /// <param name="request">The question.</param>
    /// <param name="recipient">Who answers with it.</param>
    /// <param name="expiresAt">Not valid from here on.</param>
    public Uri For(ApprovalRequest request, LinkRecipient recipient, DateTimeOffset expiresAt) =>
        For(request, recipient, expiresAt, RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>The link of a message: the same each time the message is sent.</summary>
    /// <param name="request">The question.</param>
    /// <param name="recipient">Who answers with it.</param>
    /// <param name="at">When the message was written.</param>
    /// <param name="message">Key of the message.</param>
    public Uri Of(ApprovalRequest request, LinkRecipient recipient, DateTimeOffset at, string message)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return For(request, recipient, Until(request, at), key.Sign(Encoding.UTF8.GetBytes($"message\n{message}\n{recipient.Name}"))[..NonceBytes]);
    }

    private Uri For(ApprovalRequest request, LinkRecipient recipient, DateTimeOffset expiresAt, byte[] nonceBytes)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(recipient);
        var nonce = Convert.ToHexStringLower(nonceBytes);
        var claims = new LinkClaims(request.Id, request.PayloadHash, recipient.Name, recipient.Seat, expiresAt, nonce);
        return new(address, $"{Path}{claims.Write(key)}");
    }

    /// <summary>Until when a link in a message is valid: as long as the question, and never longer than <see cref="Longest"/>.</summary>
    public static DateTimeOffset Until(ApprovalRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.OnTimeout != TimeoutAction.Park && request.ExpiresAt < now + Longest ? request.ExpiresAt : now + Longest;
    }
}
