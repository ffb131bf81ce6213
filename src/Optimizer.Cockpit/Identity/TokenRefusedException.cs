namespace Optimizer.Cockpit.Identity;

/// <summary>A token cannot be made or taken away so.</summary>
/// <param name="code">For programs.</param>
/// <param name="why">In words.</param>
public sealed class TokenRefusedException(string code, string why) : Exception(why)
{
    public string Code => code;
}
