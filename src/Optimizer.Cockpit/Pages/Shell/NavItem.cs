namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>A page in the menu.</summary>
/// <param name="Key">How pages name it.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called.</param>
public sealed record NavItem(string Key, string Path, string Name)
{
    /// <summary>In the order of the menu: what people open every morning first.</summary>
    public static IReadOnlyList<NavItem> All { get; } =
    [
        new("today", "/", "Today"),
        new("approvals", "/approvals", "Approvals"),
        new("plays", "/plays", "Plays"),
        new("experiments", "/experiments", "Experiments"),
        new("activity", "/activity", "Activity"),
        new("ask", "/ask", "Ask"),
        new("reports", "/reports", "Reports"),
        new("playbook", "/playbook", "Playbook"),
        new("policy", "/policy", "Policy"),
        new("backtests", "/backtests", "Backtest"),
        new("ledger", "/ledger", "Ledger"),
        new("health", "/health", "Health"),
        new("settings", "/settings", "Settings"),
    ];
}
