using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Notices;

/// <summary>What stands in messages to Slack and comes back when somebody presses a button: whoever writes them and whoever reads them agree here.</summary>
public static partial class SlackWords
{
    /// <summary>Action of the button that says yes.</summary>
    public const string Approve = "approve";

    /// <summary>Action of the button that asks why not.</summary>
    public const string Reject = "reject";

    /// <summary>Action of the button that only leads to the cockpit.</summary>
    public const string Open = "open";

    /// <summary>Callback of the form that asks why not; also its block and its input.</summary>
    public const string Reason = "reject_reason";

    /// <summary>Most characters of a reason, as of any comment of an answer.</summary>
    public const int LongestReason = 2000;

    /// <summary>Whether it may be the id of a person: U or W, then capitals and digits.</summary>
    public static bool IsPerson(string text) => Person().IsMatch(text);

    /// <summary>Whether it may be the id of a channel, a group or a direct message: C, G or D, then capitals and digits.</summary>
    public static bool IsChannel(string text) => Channel().IsMatch(text);

    [GeneratedRegex(@"\A[UW][A-Z0-9]{2,30}\z")]
    private static partial Regex Person();

    [GeneratedRegex(@"\A[CGD][A-Z0-9]{2,30}\z")]
    private static partial Regex Channel();
}
