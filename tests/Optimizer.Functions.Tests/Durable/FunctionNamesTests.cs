using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Moq;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>What Azure Functions finds is what the registry holds, and nothing else.</summary>
public class FunctionNamesTests
{
    [Fact]
    public void Orchestrators_AreTheWorkflowsOfTheRegistry() => Assert.Equal(
        Registry().Workflows.Select(workflow => workflow.Name).Distinct().Order(StringComparer.Ordinal),
        FunctionsWith<OrchestrationTriggerAttribute>());

    [Fact]
    public void ActivityFunctions_AreTheActivitiesOfTheRegistry() => Assert.Equal(
        Registry().Activities.Select(activity => activity.Name).Order(StringComparer.Ordinal),
        FunctionsWith<ActivityTriggerAttribute>());

    [Fact]
    public void Names_AreTakenByAzureFunctions() => Assert.All(
        FunctionsWith<OrchestrationTriggerAttribute>().Concat(FunctionsWith<ActivityTriggerAttribute>()),
        name => Assert.Matches(new Regex("^[A-Za-z][A-Za-z0-9_-]{0,126}$"), name));

    [Fact]
    public void Orchestrators_TakeNothingButTheirContext() => Assert.All(
        Methods().Where(Has<OrchestrationTriggerAttribute>), method => Assert.Single(method.GetParameters()));

    [Fact]
    public void ActivityFunctions_AreGivenAClient() => Assert.All(
        Methods().Where(Has<ActivityTriggerAttribute>),
        method => Assert.Single(method.GetParameters(), parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null));

    private static WorkflowRegistry Registry()
    {
        var world = new World
        {
            Artifacts = Mock.Of<IArtifactStore>(),
            Audit = Mock.Of<IAuditTrail>(),
            Campaign = Mock.Of<ICampaignRecord>(),
            Channel = Mock.Of<IVariableChannel>(),
            Client = Mock.Of<IWorkflowClient>,
            Exposures = Mock.Of<IExposureSource>(),
            Flags = Mock.Of<IFeatureFlags>(),
            Issues = Mock.Of<IIssueTracker>(),
            Kpis = Mock.Of<IKpiSource>(),
            Notifier = Mock.Of<INotifier>(),
            Plays = Mock.Of<IPlayStore>(),
            Register = Mock.Of<IExperimentRegister>(),
            Strategist = Mock.Of<IStrategist>(),
        };
        return DurableWorkflows.Complete(ReportLoop.Register(PlayLoop.Register(new(), world), world), world.Client, TimeProvider.System);
    }

    private static IEnumerable<string> FunctionsWith<TTrigger>()
        where TTrigger : Attribute => Methods().Where(Has<TTrigger>).Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal);

    private static bool Has<TTrigger>(MethodInfo method)
        where TTrigger : Attribute => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TTrigger>() is not null);

    private static IEnumerable<MethodInfo> Methods() => typeof(DurableWorkflows).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);
}
