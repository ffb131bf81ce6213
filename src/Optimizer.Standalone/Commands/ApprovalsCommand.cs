using System.CommandLine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals</c>: what waits for people, and their answers.</summary>
internal static class ApprovalsCommand
{
    public static Command Build(ServerSource source) => new("approvals", "What waits for people, and their answers.")
    {
        ApprovalsListCommand.Build(source),
        ApprovalsShowCommand.Build(source),
        ApprovalsAnswerCommand.Build(source, approve: true),
        ApprovalsAnswerCommand.Build(source, approve: false),
        ApprovalsDelegateCommand.Build(source),
        ApprovalsLinkCommand.Build(source),
    };

    /// <summary>Path of one question.</summary>
    public static string PathOf(string id) => $"/api/approvals/{Uri.EscapeDataString(id)}";
}
