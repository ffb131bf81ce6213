namespace Optimizer.Cockpit.Pages.SignIn;

/// <param name="To">The page to go on to.</param>
/// <param name="Problem">Why the last try failed; null for a first look.</param>
public sealed record SignInModel(string To, string? Problem);
