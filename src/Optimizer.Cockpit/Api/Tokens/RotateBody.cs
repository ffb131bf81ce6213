namespace Optimizer.Cockpit.Api.Tokens;

/// <summary>How a token is given another secret.</summary>
/// <param name="GraceHours">How long the old secret is valid too, 0 to 168; 0 ends it at once.</param>
internal sealed record RotateBody(double GraceHours = 0);
