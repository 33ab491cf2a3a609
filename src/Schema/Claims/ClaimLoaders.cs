using Portal.Graph.Domain.Claims;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Fetching;

namespace Portal.Graph.Schema.Claims;

public sealed class ClaimById(ClaimReads reads, LoaderDispatcher dispatcher) : RecordById<Claim>(reads.ByIdsAsync, dispatcher);

public sealed class LinesByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimLine>(reads.LinesAsync, dispatcher);

public sealed class DiagnosesByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimDiagnosis>(reads.DiagnosesAsync, dispatcher);

public sealed class OtherPayersByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimOtherPayer>(reads.OtherPayersAsync, dispatcher);

public sealed class ReasonsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimReason>(reads.ReasonsAsync, dispatcher);

public sealed class RejectionsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimRejection>(reads.RejectionsAsync, dispatcher);

public sealed class EventsByClaim(ClaimReads reads, LoaderDispatcher dispatcher) : RowsByRecord<ClaimEvent>(reads.EventsAsync, dispatcher);
