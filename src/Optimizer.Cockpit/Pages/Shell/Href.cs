namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Addresses of what pages are about.</summary>
public static class Href
{
    public static string Approval(string id) => $"/approvals/{Uri.EscapeDataString(id)}";

    public static string Decision(string id) => $"/decisions/{Uri.EscapeDataString(id)}";

    public static string Experiment(string id) => $"/experiments/{Uri.EscapeDataString(id)}";

    public static string Play(string slug) => $"/plays/{Uri.EscapeDataString(slug)}";

    public static string Record(long sequence) => FormattableString.Invariant($"/activity/{sequence}");

    public static string Report(string path) => $"/reports/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
