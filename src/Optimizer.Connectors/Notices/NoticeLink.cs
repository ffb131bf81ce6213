using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>Where people see what a notice is about.</summary>
internal static class NoticeLink
{
    /// <param name="cockpit">Its address, with a slash at its end; null for no links.</param>
    /// <param name="notice">What it is about.</param>
    public static Uri? Of(Uri? cockpit, Notice notice) => cockpit is null ? null : new(cockpit, notice switch
    {
        { Request: { } request } => $"approvals/{Uri.EscapeDataString(request.Id)}",
        { About: var about } when about.StartsWith("approval-", StringComparison.Ordinal) => $"approvals/{Uri.EscapeDataString(about["approval-".Length..])}",
        { About: var about } when about.StartsWith("experiment-", StringComparison.Ordinal) => $"experiments/{Uri.EscapeDataString(about["experiment-".Length..])}",
        { Play: "-" } => "",
        _ => $"plays/{Uri.EscapeDataString(notice.Play)}",
    });
}
