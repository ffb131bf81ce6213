namespace Optimizer.Embedded.Inspection.Door;

/// <summary>What can be asked at the door. Kept when more are added: client and engine may be of different versions.</summary>
internal static class DoorWords
{
    public const string List = "list";
    public const string Status = "status";
    public const string History = "history";
    public const string Children = "children";
    public const string Health = "health";
    public const string Backup = "backup";
}
