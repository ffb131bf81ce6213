namespace Optimizer.Domain.Identity;

/// <summary>Why a token that is known is not valid.</summary>
public enum TokenFault
{
    Revoked,
    Expired,
}
